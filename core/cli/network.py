"""The network that a command line asks for. Importing this loads torch."""

from __future__ import annotations

from core.network.ensemble import Variant, vary
from core.network.weights import load_network
from core.propagation.checks import memory_errors_as_user_errors
from core.propagation.device import resolve_device, resolve_precision
from core.propagation.propagator import Propagator


def make_propagator(weights: str, device: str, precision: str, variant: Variant | None = None) -> Propagator:
    """Load ``weights`` (a bundled name or a file) onto a device, to see frames as ``variant`` says.

    Raises:
        UserError: Where the weights, the device or the precision are not to be had, or do not suit the variant.
    """
    variant = variant or Variant()
    place = resolve_device(device)
    # The reference computes in single precision; half would not reproduce it.
    kind = resolve_precision("fp32" if variant.paper and precision == "auto" else precision, place)
    with memory_errors_as_user_errors(place):
        network = vary(load_network(weights, place, kind), variant)
    return Propagator(network, place, kind)
