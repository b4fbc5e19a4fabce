"""The networks: the paper's RPCM and our compact one, both behind :class:`core.network.interface.SegmentationNetwork`."""
