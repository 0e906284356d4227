"""Staff: roles and places of mentors, experts, coordinators, heads; their absences."""
