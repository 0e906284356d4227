# The bot, for long polling or a webhook. docs/operating.md tells how to run it.
FROM python:3.11-slim-bookworm AS packages
RUN python -m venv --without-pip /venv
COPY requirements/run.txt requirements/
RUN pip --python /venv install --no-cache-dir --disable-pip-version-check \
    --require-hashes --only-binary :all: -r requirements/run.txt

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data \
    WEBHOOK_HOST=0.0.0.0

# Not root, with a home of its own, and a folder for data that nobody else can read.
RUN useradd --uid 10001 --create-home award && install -d -m 700 -o award -g award /data
COPY --from=packages /venv /venv
WORKDIR /app
COPY . .
# Readable for that user, whatever the builder's umask; compiled now, since it cannot write here.
RUN chmod -R a+rX . && python -m compileall -q .
USER award
VOLUME /data

# The bot touches the file as long as it receives updates.
HEALTHCHECK --interval=60s --timeout=5s --start-period=90s --retries=2 \
    CMD ["sh", "-c", "find \"$DATA_DIR/alive\" -mmin -3 | grep -q ."]
STOPSIGNAL SIGTERM
EXPOSE 8080
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
