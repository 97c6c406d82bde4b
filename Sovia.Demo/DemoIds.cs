using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sovia.Demo;

/// <summary>Ids that are the same on every machine, so that a demo can be known again, taken up and removed.</summary>
public static class DemoIds
{
    /// <summary>The account that made everything in the demo; nobody else's posts bear it.</summary>
    public static readonly Guid Owner = FromName("account");

    /// <summary>The demo's import run; while it is there, so is the demo.</summary>
    public static readonly Guid Run = FromName("run");

    /// <summary>The id of a name.</summary>
    public static Guid FromName(string name)
    {
        var bytes = Hash(name)[..16];
        // Version 8, variant 1: an id by somebody's own rules (RFC 9562).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>A number from a name, for chance to begin with.</summary>
    public static ulong CreateSeed(string name) => BinaryPrimitives.ReadUInt64BigEndian(Hash(name).AsSpan(16));

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"Sovia demo library: {name}"));
}
