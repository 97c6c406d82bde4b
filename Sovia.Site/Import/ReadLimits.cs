namespace Sovia.Import;

/// <summary>How much is read of one hand-over before it is taken for an attack or a mistake. Real exports stay far below.</summary>
public sealed record ReadLimits
{
    /// <summary>Bytes of one JSON text, unpacked.</summary>
    public long TextBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of one item; a recording's item is an answer with a clip in it.</summary>
    public int ItemBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of one text inside a post.</summary>
    public int StringBytes { get; init; } = 1 << 20;

    /// <summary>Items of one text, and values inside one item.</summary>
    public int Nodes { get; init; } = 2_000_000;

    /// <summary>How many times smaller packed bytes may be than what they unpack to.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Members of one archive.</summary>
    public int ArchiveMembers { get; init; } = 100_000;

    /// <summary>Bytes of one archive, unpacked.</summary>
    public long ArchiveBytes { get; init; } = 64L << 30;

    /// <summary>Archives inside archives, and other wrappings inside each other.</summary>
    public int ContainerDepth { get; init; } = 4;
}
