# A Django site around the documented route: its settings, its users and its port. Prints the port.
import os
import sys
from types import SimpleNamespace
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings

sys.path.insert(0, sys.argv[1])


class Users:
    """Signs in whoever sends the one session there is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_known = request.COOKIES.get("sessionid") == "5f0c7a52"
        organization = SimpleNamespace(seam_key="hotel_1")
        request.user = SimpleNamespace(is_authenticated=is_known, is_staff=False, organization=organization)
        return self.get_response(request)


settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    CSRF_FAILURE_VIEW="seam.csrf_failure",
    DEBUG=False,
    DEFAULT_CHARSET="utf-8",
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "__main__.Users",
    ],
    ROOT_URLCONF="urls",
    SECRET_KEY="of-this-test",
)
django.setup()


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


from django.core.wsgi import get_wsgi_application  # noqa: E402 -- only after the settings

server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
print(server.server_port, flush=True)
server.serve_forever()
