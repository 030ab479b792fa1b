"""What protects the site in production? HTTPS everywhere, guarded cookies, headers that browsers obey."""

from cms.settings.env import env

SECURE_SSL_REDIRECT = True
# The probes of an orchestrator speak plain HTTP inside the network.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
# Set by the reverse proxy, which must drop it from what clients send (deploy/nginx.conf does).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.hsts_seconds
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = True
X_FRAME_OPTIONS = "SAMEORIGIN"
