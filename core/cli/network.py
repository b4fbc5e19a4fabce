"""The network that a command line asks for. Importing this loads torch."""

from __future__ import annotations

from core.network.weights import load_network
from core.propagation.device import resolve_device, resolve_precision
from core.propagation.engine import Propagator


def make_propagator(weights: str, device: str, precision: str) -> Propagator:
    """Load ``weights`` (a bundled name or a file) onto a device.

    Raises:
        UserError: Where the weights, the device or the precision are not to be had.
    """
    place = resolve_device(device)
    return Propagator(load_network(weights), place, resolve_precision(precision, place))
