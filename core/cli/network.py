"""The network that a command line asks for. Importing this loads torch."""

from __future__ import annotations

from core.network.weights import load_network
from core.propagation.checks import memory_advice
from core.propagation.device import resolve_device, resolve_precision
from core.propagation.engine import Propagator


def make_propagator(weights: str, device: str, precision: str) -> Propagator:
    """Load ``weights`` (a bundled name or a file) onto a device.

    Raises:
        UserError: Where the weights, the device or the precision are not to be had.
    """
    place = resolve_device(device)
    kind = resolve_precision(precision, place)
    with memory_advice(place):
        network = load_network(weights, place, kind)
    return Propagator(network, place, kind)
