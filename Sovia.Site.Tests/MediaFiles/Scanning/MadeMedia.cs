using System.Security.Cryptography;

namespace Sovia.Tests.MediaFiles.Scanning;

/// <summary>Small files that begin as real ones do and are each unlike all others.</summary>
public static class MadeMedia
{
    public static byte[] Jpeg(int length = 64) => [0xFF, 0xD8, 0xFF, 0xE0, .. RandomNumberGenerator.GetBytes(length)];

    public static byte[] Png() => [0x89, .. "PNG\r\n\u001a\n"u8, .. RandomNumberGenerator.GetBytes(64)];

    public static byte[] Mp4(int length = 64) => [0, 0, 0, 24, .. "ftypisom"u8, .. RandomNumberGenerator.GetBytes(length)];

    public static byte[] Flac() => [.. "fLaC"u8, .. RandomNumberGenerator.GetBytes(64)];

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
