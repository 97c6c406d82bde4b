namespace Sovia.Import.Containers;

/// <summary>Tells at a glance whether a hand-over can be an export at all, before it is stored anywhere.</summary>
public static class ImportContentDetector
{
    /// <summary>As many bytes tell.</summary>
    public const int HeadLength = 4096;

    /// <summary>True where some reader knows bytes that begin so.</summary>
    public static bool IsSupported(ReadOnlySpan<byte> head) => SourceReader.CanRead(head);

    /// <summary>True for bytes that no reader knows and that are no text either: a program, a document of an office.</summary>
    /// <param name="content">A stream that can go back; it stands at its start afterwards.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> IsUnsupportedBinaryAsync(Stream content, CancellationToken ct)
    {
        var buffer = new byte[HeadLength];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return !IsSupported(buffer.AsSpan(0, read)) && buffer.AsSpan(0, read).Contains((byte)0);
    }
}
