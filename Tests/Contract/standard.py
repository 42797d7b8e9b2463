"""gRPC's own services, spoken natively: health and reflection.

Their messages come from the committed descriptor set, for a Python package of theirs would be grpcio's.
"""

from test_messages import TYPES


def message(name, **fields):
    """`name` without its package's first part, as in health.v1.HealthCheckRequest."""
    return TYPES[f"grpc.{name}"](**fields)


class Health:
    """grpc.health.v1.Health on one connection."""

    def __init__(self, connection):
        self.connection = connection

    def _call(self, method, request, answer, **options):
        call = self.connection.call(f"grpc.health.v1.Health/{method}", request, done=True, **options)
        call._answer_type = TYPES[f"grpc.health.v1.{answer}"]
        return call

    @staticmethod
    def status(answer):
        return answer.DESCRIPTOR.fields_by_name["status"].enum_type.values_by_number[answer.status].name

    def check(self, service=""):
        request = message("health.v1.HealthCheckRequest", service=service)
        return self.status(self._call("Check", request, "HealthCheckResponse").answer())

    def list(self):
        answer = self._call("List", message("health.v1.HealthListRequest"), "HealthListResponse").answer()
        return {service: self.status(one) for service, one in answer.statuses.items()}

    def watch(self, service=""):
        """Each state as the server tells it."""
        request = message("health.v1.HealthCheckRequest", service=service)
        for answer in self._call("Watch", request, "HealthCheckResponse", timeout=None):
            yield self.status(answer)


class Reflection:
    """Server reflection of one version, `v1` or `v1alpha`, on one connection: one stream for all questions."""

    def __init__(self, connection, version="v1"):
        self.package = f"grpc.reflection.{version}"
        self.call = connection.call(f"{self.package}.ServerReflection/ServerReflectionInfo")
        self.call._answer_type = TYPES[f"{self.package}.ServerReflectionResponse"]

    def ask(self, **question):
        self.call.send(TYPES[f"{self.package}.ServerReflectionRequest"](**question))
        return self.call.receive()

    def services(self):
        return [service.name for service in self.ask(list_services="").list_services_response.service]

    def files(self, **question):
        """The encoded descriptors that answer the question."""
        answer = self.ask(**question)
        assert answer.WhichOneof("message_response") == "file_descriptor_response", answer
        return list(answer.file_descriptor_response.file_descriptor_proto)

    def error(self, **question):
        answer = self.ask(**question)
        assert answer.WhichOneof("message_response") == "error_response", answer
        return answer.error_response.error_code
