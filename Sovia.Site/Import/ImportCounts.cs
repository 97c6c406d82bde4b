namespace Sovia.Import;

/// <summary>The counts of an import run, in distinct posts and families.</summary>
public sealed record ImportCounts
{
    /// <summary>Families that the posts of this run belong to.</summary>
    public int Families { get; init; }

    /// <summary>Distinct posts that were read: new, changed, unchanged and trashed ones.</summary>
    public int Posts { get; init; }

    /// <summary>Images among them.</summary>
    public int Images { get; init; }

    /// <summary>Videos among them.</summary>
    public int Videos { get; init; }

    /// <summary>Posts without a known parent: one for each family whose root is among the posts.</summary>
    public int Roots { get; init; }

    /// <summary>The subset of <see cref="Roots"/> that the library did not have.</summary>
    public int NewRoots { get; init; }

    /// <summary>Posts that the library did not have.</summary>
    public int New { get; init; }

    /// <summary>Posts in the library to which this run added information.</summary>
    public int Changed { get; init; }

    /// <summary>Posts in the library to which this run added nothing.</summary>
    public int Unchanged { get; init; }

    /// <summary>Posts that are in the trash and stay there, even if this run has new data for them. Not counted as new, changed or
    /// unchanged.</summary>
    public int Trashed { get; init; }

    /// <summary>Items that could not be imported; each has an issue.</summary>
    public int Rejected { get; init; }
}
