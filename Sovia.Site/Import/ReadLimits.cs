namespace Sovia.Import;

/// <summary>Limits of one import. Real exports stay far below them; an import that exceeds one is an attack or a mistake.</summary>
public sealed record ReadLimits
{
    /// <summary>Maximum size of one JSON text in bytes, unpacked.</summary>
    public long TextBytes { get; init; } = 1L << 30;

    /// <summary>Maximum size of one item in bytes; an item of a HAR file may be a response that contains a video.</summary>
    public int ItemBytes { get; init; } = 64 << 20;

    /// <summary>Maximum size of one string in a post in bytes.</summary>
    public int StringBytes { get; init; } = 1 << 20;

    /// <summary>Maximum number of items in one text, and of values in one item.</summary>
    public int Nodes { get; init; } = 2_000_000;

    /// <summary>Maximum ratio of unpacked to packed bytes.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Maximum number of members of one archive.</summary>
    public int ArchiveMembers { get; init; } = 100_000;

    /// <summary>Maximum size of one archive in bytes, unpacked.</summary>
    public long ArchiveBytes { get; init; } = 64L << 30;

    /// <summary>Maximum depth of nested containers, such as archives in archives.</summary>
    public int ContainerDepth { get; init; } = 4;
}
