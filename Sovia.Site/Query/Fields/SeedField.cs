using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by generation seed.</summary>
internal static class SeedField
{
    public static readonly Field Field = new("seed") { Metatags = [new SeedMetatag()] };
}

/// <summary>The <c>seed:</c> metatag.</summary>
internal sealed class SeedMetatag() : NameMetatag("seed", "Seed recorded in any file of the stack. Use none for unknown.",
    seed => new Term.SeedIs(seed), new Term.SeedIs(null), "seed:1234567", "seed:none");
