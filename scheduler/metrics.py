"""What is counted for whoever watches the service: `METRICS_PORT` shows it (bot/metrics.py)."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

# Of our own: the default one also tells of Python and the process, and is everybody's.
REGISTRY = CollectorRegistry()

JOB_RUNS = Counter(
    "award_job_runs",
    "Runs of jobs, by how they ended: done, failed, too_late.",
    ("job", "result"),
    registry=REGISTRY,
)
JOB_LATENESS = Histogram(
    "award_job_lateness_seconds",
    "How long after its moment a job was begun.",
    ("job",),
    buckets=(1, 5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600),
    registry=REGISTRY,
)
SENDS = Counter(
    "award_sends",
    "Messages of the outbox, by how they were settled: sent, unreachable, refused, obsolete, …",
    ("result",),
    registry=REGISTRY,
)
OUTBOX_DEPTH = Gauge(
    "award_outbox_depth",
    "Messages that are due and not settled.",
    registry=REGISTRY,
)
OUTBOX_AGE = Gauge(
    "award_outbox_age_seconds",
    "How long the oldest of them has been due; 0 if there is none.",
    registry=REGISTRY,
)
REPLY_PARTS = Counter(
    "award_reply_parts",
    "Messages and taps' answers to what people sent, by what became of them: sent, replaced by a "
    "newer one, dropped as too many, unreachable, refused, failed.",
    ("result",),
    registry=REGISTRY,
)
