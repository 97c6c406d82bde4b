using Sovia.Library.Language.Tags;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>What it was drawn from.</summary>
internal static class SeedField
{
    public static readonly Field Field = new("seed") { Metatags = [new SeedTag()] };
}

/// <summary><c>seed:</c> what it was drawn from.</summary>
internal sealed class SeedTag() : NameTag("seed", "The seed that its file, or that of any member of its family, names; none where none is known.",
    seed => new Term.SeedIs(seed), new Term.SeedIs(null), "seed:1234567", "seed:none");
