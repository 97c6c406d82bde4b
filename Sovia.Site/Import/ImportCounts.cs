namespace Sovia.Import;

/// <summary>What an import run met, in distinct posts and families.</summary>
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

    /// <summary>Posts that were made from none that is known: one a family, where its root is among them.</summary>
    public int Roots { get; init; }

    /// <summary>Those of <see cref="Roots"/> that the library did not have.</summary>
    public int NewRoots { get; init; }

    /// <summary>Posts the library did not have.</summary>
    public int New { get; init; }

    /// <summary>Posts the library had, of which this run knew more.</summary>
    public int Changed { get; init; }

    /// <summary>Posts of which the library knew all this already.</summary>
    public int Unchanged { get; init; }

    /// <summary>Posts that are in the trash and stay there, whatever this run knew of them; none of the other three.</summary>
    public int Trashed { get; init; }

    /// <summary>Items that could not go in; each has an issue.</summary>
    public int Rejected { get; init; }
}
