namespace Sovia.Bench;

/// <summary>One line of the table: what is asked of the site, and what the database would need for it alone.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Paths">The addresses, asked in turn; one with a body is a method, an address and the body, with tabs between.</param>
/// <param name="Floor">The same by hand, for pgbench; null where there is no sensible one.</param>
internal sealed record Row(string Name, IReadOnlyList<string> Paths, string? Floor = null)
{
    /// <summary>Whether the site may answer from its cache of pages.</summary>
    public bool MayBeCached { get; init; }

    /// <summary>Whether the browser has the page already.</summary>
    public bool HasPage { get; init; }

    /// <summary>Whether the answer is packed.</summary>
    public bool Packed { get; init; }

    /// <summary>Whether the request changes data and is therefore not probed.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether each address may be asked once only, because its answer is cached afterwards.</summary>
    public bool IsAskedOnce { get; init; }

    /// <summary>Whether the search box asks while its text is being typed.</summary>
    public bool IsTyped { get; init; }
}
