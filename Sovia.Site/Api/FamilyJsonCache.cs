using Sovia.Caching;
using Sovia.Curation;

namespace Sovia.Api;

/// <summary>
/// Caches the JSON of families, keyed by everything that it depends on, so that after a like only one family is serialised again.
/// </summary>
internal sealed class FamilyJsonCache
{
    private const long MaxBytes = 16_000_000;

    private readonly BoundedCache<FamilyKey, FamilyJson> families = new(MaxBytes, static family => family.Utf8.Length);

    /// <summary>Gets the JSON of a family.</summary>
    public FamilyJson? Find(FamilyKey key) => families.TryGet(key, out var family) ? family : null;

    /// <summary>Adds the JSON of a family.</summary>
    public void Add(FamilyKey key, FamilyJson family) => families.Add(key, family);
}

/// <summary>Identifies the JSON of a family.</summary>
/// <param name="Tenant">The library.</param>
/// <param name="Version">The versions of its posts and annotations.</param>
/// <param name="Files">The base of file URLs.</param>
internal readonly record struct FamilyKey(string Tenant, FamilyVersion Version, string Files);
