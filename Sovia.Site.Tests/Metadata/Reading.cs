using Sovia.Metadata;

namespace Sovia.Tests.Metadata;

/// <summary>Reads files that were never on a disk.</summary>
internal static class Reading
{
    public static EmbeddedMetadata? ReadOrNull(byte[] file) => EmbeddedMetadataReader.Read(new MemoryStream(file), CancellationToken.None);

    public static EmbeddedMetadata Read(byte[] file) => ReadOrNull(file) ?? throw new InvalidOperationException("Nothing was read.");
}
