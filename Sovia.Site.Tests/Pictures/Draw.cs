using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using NetVips;

namespace Sovia.Tests.Pictures;

/// <summary>Pictures and clips made for tests.</summary>
public static class Draw
{
    /// <summary>Colours that run over into each other, with some noise to keep an encoder busy.</summary>
    public static Image Gradient(int width, int height, int bands = 3)
    {
        using var place = Image.Xyz(width, height);
        using var across = place[0] * (255.0 / width);
        using var down = place[1] * (255.0 / height);
        using var noise = Image.Gaussnoise(width, height, sigma: 12, mean: 128, seed: 7);
        using var rgb = across.Bandjoin(down, noise);
        using var all = bands == 4 ? rgb.Bandjoin(across) : rgb.Copy();
        using var bytes = all.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Writes it as its extension says.</summary>
    public static string To(this Image image, string path)
    {
        using (image) image.WriteToFile(path);
        return path;
    }

    /// <summary>A JPEG whose EXIF data ask for a turn.</summary>
    public static string WriteRotated(string path, int width, int height, int orientation)
    {
        using var image = Gradient(width, height);
        using var turned = image.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", orientation));
        turned.WriteToFile(path);
        return path;
    }

    /// <summary>A PNG of zeros: whatever it claims to measure, the file is small.</summary>
    public static string Bomb(string path, int width, int height)
    {
        using var file = File.Create(path);
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(file, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < height; row++)
                zlib.Write(new byte[width + 1]);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return path;
    }

    /// <summary>A clip of moving colours, two seconds long unless told, by ffmpeg.</summary>
    public static async Task<string> ClipAsync(string path, params string[] options)
    {
        string[] arguments = options.Length > 0 ? options : ["-f", "lavfi", "-i", "testsrc2=s=464x688:d=2:r=24", "-pix_fmt", "yuv420p"];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg",
            ["-nostdin", "-v", "error", "-y", .. arguments, path])
        { RedirectStandardError = true })!;
        var errors = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        Assert.True(ffmpeg.ExitCode == 0, errors);
        return path;
    }

    /// <summary>Leaves the first part of a file.</summary>
    public static string Cut(string path, double part)
    {
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(int)(bytes.Length * part)]);
        return path;
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> kind, byte[] data)
    {
        byte[] whole = [.. kind, .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(whole));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
