using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sovia.Demo;

/// <summary>Ids that are the same on every machine, so that a demo can be recognised, resumed and removed.</summary>
public static class DemoIds
{
    /// <summary>The account that owns all posts of the demo, and no others.</summary>
    public static readonly Guid Owner = FromName("account");

    /// <summary>The id of the demo's import run; the demo exists as long as the run does.</summary>
    public static readonly Guid Run = FromName("run");

    /// <summary>Returns the id of a name.</summary>
    public static Guid FromName(string name)
    {
        var bytes = Hash(name)[..16];
        // Version 8, variant 1: a UUID of a custom scheme (RFC 9562).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>Returns a random seed derived from a name.</summary>
    public static ulong CreateSeed(string name) => BinaryPrimitives.ReadUInt64BigEndian(Hash(name).AsSpan(16));

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"Sovia demo library: {name}"));
}
