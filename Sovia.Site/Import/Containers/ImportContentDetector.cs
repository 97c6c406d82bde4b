namespace Sovia.Import.Containers;

/// <summary>Checks quickly whether an upload can be an export at all, before it is stored.</summary>
public static class ImportContentDetector
{
    /// <summary>Number of bytes needed for the check.</summary>
    public const int HeadLength = 4096;

    /// <summary>True if a container format recognises bytes with this beginning.</summary>
    public static bool IsSupported(ReadOnlySpan<byte> head) => SourceReader.CanRead(head);

    /// <summary>True for bytes that no container format recognises and that are not text either: a program, an office document.</summary>
    /// <param name="content">A seekable stream; positioned at its start afterwards.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> IsUnsupportedBinaryAsync(Stream content, CancellationToken ct)
    {
        var buffer = new byte[HeadLength];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return !IsSupported(buffer.AsSpan(0, read)) && buffer.AsSpan(0, read).Contains((byte)0);
    }
}
