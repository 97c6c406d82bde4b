using System.Security.Cryptography;
using Sovia.Tests.Pictures;

namespace Sovia.Tests.Media.Scanning;

/// <summary>Small files that begin as real ones do and are each unlike all others.</summary>
public static class TestMedia
{
    public static byte[] Jpeg(int length = 64) => [0xFF, 0xD8, 0xFF, 0xE0, .. RandomNumberGenerator.GetBytes(length)];

    public static byte[] Png() => [0x89, .. "PNG\r\n\u001a\n"u8, .. RandomNumberGenerator.GetBytes(64)];

    public static byte[] Mp4(int length = 64) => [0, 0, 0, 24, .. "ftypisom"u8, .. RandomNumberGenerator.GetBytes(length)];

    public static byte[] Flac() => [.. "fLaC"u8, .. RandomNumberGenerator.GetBytes(64)];

    /// <summary>A whole picture: posts are not safe with less.</summary>
    public static byte[] Picture() => [.. WholePicture.Value, .. RandomNumberGenerator.GetBytes(64)];

    /// <summary>A whole clip of one frame.</summary>
    public static byte[] Clip() => [.. Convert.FromBase64String(WholeClip), .. RandomNumberGenerator.GetBytes(64)];

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // What follows behind either makes it unlike all others and does no harm.
    private static readonly Lazy<byte[]> WholePicture = new(() =>
    {
        using var image = Draw.Gradient(8, 8);
        return image.JpegsaveBuffer();
    });

    // color=c=teal:s=16x16, one frame of MPEG-4, by ffmpeg.
    private const string WholeClip =
        "AAAAHGZ0eXBpc29tAAACAGlzb21pc28ybXA0MQAAAwttb292AAAAbG12aGQAAAAAAAAAAAAAAAAAAAPoAAAD6AABAAABAAAAAAAAAAAAAAAAAQAAAAAAAAAA"
        + "AAAAAAAAAAEAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAACWnRyYWsAAABcdGtoZAAAAAMAAAAAAAAAAAAAAAEAAAAA"
        + "AAAD6AAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAEAAAAAAEAAAABAAAAAAACRlZHRzAAAAHGVsc3QAAAAAAAAAAQAA"
        + "A+gAAAAAAAEAAAAAAdJtZGlhAAAAIG1kaGQAAAAAAAAAAAAAAAAAAEAAAABAAFXEAAAAAAAtaGRscgAAAAAAAAAAdmlkZQAAAAAAAAAAAAAAAFZpZGVvSGFu"
        + "ZGxlcgAAAAF9bWluZgAAABR2bWhkAAAAAQAAAAAAAAAAAAAAJGRpbmYAAAAcZHJlZgAAAAAAAAABAAAADHVybCAAAAABAAABPXN0YmwAAADZc3RzZAAAAAAA"
        + "AAABAAAAyW1wNHYAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAEAAQAEgAAABIAAAAAAAAAAEKTGF2YyBtcGVnNAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAY//8A"
        + "AABPZXNkcwAAAAADgICAPgABAASAgIAwIBEAAAAAAw1AAAAAmAWAgIAeAAABsAEAAAG1iRMAAAEAAAABIADEjYgADQCEAhRjBoCAgAECAAAAEHBhc3AAAAAB"
        + "AAAAAQAAABRidHJ0AAAAAAADDUAAAACYAAAAGHN0dHMAAAAAAAAAAQAAAAEAAEAAAAAAHHN0c2MAAAAAAAAAAQAAAAEAAAABAAAAAQAAABRzdHN6AAAAAAAA"
        + "ABMAAAABAAAAFHN0Y28AAAAAAAAAAQAAAzcAAAA9dWR0YQAAADVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABtZGlyYXBwbAAAAAAAAAAAAAAAAAhpbHN0AAAA"
        + "CGZyZWUAAAAbbWRhdAAAAbMAEAcAAAG2FgUYXG2GYI4=";
}
