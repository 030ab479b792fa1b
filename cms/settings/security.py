"""What protects the site in production? HTTPS everywhere, guarded cookies, headers that browsers obey."""

from cms.settings.env import env

# Only a site that is tried out without TLS has an http address.
_https = not env.public_base_url.startswith("http://")

SECURE_SSL_REDIRECT = _https
# The probes of an orchestrator speak plain HTTP inside the network.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
# Set by the reverse proxy, which must not pass on what clients send (deploy/nginx.conf does it).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.hsts_seconds if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = _https
# The editor shows its live preview in a frame of the same site, which DENY would forbid.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
