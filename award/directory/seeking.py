"""Who is looked for: by a part of the name, a phone, the number of a certificate."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, false, or_, select

from award.access.namesakes import called
from award.certificates.numbers import read
from award.programme import Programme
from storage.tables import Agreement, Certificate, Enrolment, Person


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed; `phone`: the one that is in it, as E.164."""

    words: str
    phone: str | None = None

    def participants(self, programme: Programme) -> ColumnElement[bool]:
        """The condition on enrolments, each with its Person: the phone, the representative's too,
        or the certificate's number, or a name that has the words.
        """
        number = read(self.words, programme)
        if number is not None:
            shown = number.shown(programme)
            held = select(Certificate.enrolment_id).where(Certificate.number == shown)
            return Enrolment.id.in_(held)
        if self.phone is not None:
            signed = exists().where(
                Agreement.enrolment_id == Enrolment.id, Agreement.phone == self.phone
            )
            return or_(Person.phone == self.phone, signed)
        return self._name()

    def staff(self) -> ColumnElement[bool]:
        """The condition on roles of staff, each with its Person: the phone, or the name."""
        return Person.phone == self.phone if self.phone is not None else self._name()

    def _name(self) -> ColumnElement[bool]:
        named = called(self.words)
        return named if named is not None else false()
