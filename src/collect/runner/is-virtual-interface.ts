/**
 * The names that Linux and its tools give to interfaces whose traffic another one carries as well, or that never leaves
 * the machine: loopback, bridges and virtual cables of containers and virtual machines, tunnels, VLANs.
 */
const NAMES =
  /^(?:lo|(?:veth|vnet|tap|tun|docker|br-|virbr|lxc|lxd|cni|cbr|cali|cilium|azv|eni|flannel|weave|podman|kube|vxlan|geneve|gre|erspan|sit|ip6tnl|tunl|ip_vti|ip6_vti|wg|tailscale|zt|utun|ifb|dummy|nlmon|macvlan|ipvlan|macvtap|vlan).*|.*\..*)$/;

/** Whether an interface's traffic must be left out, because it is counted elsewhere or is none of the network. */
export function isVirtualInterface(name: string): boolean {
  return NAMES.test(name);
}
