using System.Net;
using System.Net.Sockets;

namespace Sovia.Downloads.Fetching;

/// <summary>Distinguishes public IP addresses from local, private and unroutable ones.</summary>
public static class PublicAddress
{
    // From IANA's special-purpose address registries: ranges that are not globally reachable or not a single host.
    private static readonly IPNetwork[] SpecialRanges =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork GlobalRange = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>
    /// Returns whether a public host can have this address. An address that embeds another is judged by the embedded one.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return IsPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork) return !IsSpecial(address);
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return false;
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address)) return IsPublic(new(bytes.AsSpan(12, 4)));
        if (SixToFour.Contains(address)) return IsPublic(new(bytes.AsSpan(2, 4)));
        return GlobalRange.Contains(address) && !IsSpecial(address);
    }

    private static bool IsSpecial(IPAddress address) => Array.Exists(SpecialRanges, network => network.Contains(address));
}
