using Sovia.Metadata;

namespace Sovia.Tests.Metadata;

/// <summary>Reads files that were never on a disk.</summary>
internal static class Reading
{
    public static EmbeddedMetadata? Of(byte[] file) => EmbeddedMetadataReader.Read(new MemoryStream(file), CancellationToken.None);

    public static EmbeddedMetadata Made(byte[] file) => Of(file) ?? throw new InvalidOperationException("Nothing was read.");
}
