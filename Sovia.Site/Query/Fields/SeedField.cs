using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>What it was drawn from.</summary>
internal static class SeedField
{
    public static readonly Field Field = new("seed") { Metatags = [new SeedMetatag()] };
}

/// <summary><c>seed:</c> what it was drawn from.</summary>
internal sealed class SeedMetatag() : NameMetatag("seed", "Seed recorded in any file of the stack. Use none for unknown.",
    seed => new Term.SeedIs(seed), new Term.SeedIs(null), "seed:1234567", "seed:none");
