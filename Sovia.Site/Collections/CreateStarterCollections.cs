using Marten;
using Sovia.Library.Dates;

namespace Sovia.Collections;

/// <summary>Creates the starter collections of a library, once.</summary>
public sealed class CreateStarterCollections(ISessionFactory sessions, EditCollections edit, CollectionCache known, TimeProvider clock)
{
    /// <summary>The name, description and query of each starter collection.</summary>
    public static readonly IReadOnlyList<(string Name, string Description, string Query)> Starters =
    [
        ("Liked", "Items you liked.", "liked=true"),
        ("No prompt", "Items without a prompt in any export.", "search=prompt:none"),
        ("Missing files", "Items whose files are missing or damaged.", "search=is:missing"),
        ("Largest stacks", "Stacks with ten or more items.", "search=items:>=10"),
        ("This month", "Created in the last month.", "search=date:month"),
        ("Unrated", "Items without a rating.", "search=is:unrated"),
        ("Near duplicates", "Items that look nearly the same as another, until you decide which to keep.", "search=is:duplicate"),
        ("Longest videos", "Videos of twelve seconds or more.", "search=duration:12-20,20-60,60%2B"),
    ];

    /// <summary>Returns whether the starter collections were created before.</summary>
    public async Task<bool> IsMadeAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<StarterSet>(StarterSet.Only, ct) is not null;
    }

    /// <summary>Creates the starter collections. If a name is taken, a number is appended.</summary>
    /// <returns>The number of created collections; 0 if they were created before.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (await IsMadeAsync(ct)) return 0;
        await using var session = sessions.OpenSession();
        // If two requests run at once, the later one fails here, before it creates any collection.
        session.Insert(new StarterSet { MadeAt = Microseconds.Truncate(clock.GetUtcNow()) });
        try
        {
            await session.SaveChangesAsync(ct);
        }
        catch (JasperFx.DocumentAlreadyExistsException)
        {
            return 0;
        }
        // Not cancelled from here on: the offer is not repeated, so a user who leaves now still gets all collections.
        ct = CancellationToken.None;
        var createdCount = 0;
        foreach (var (name, description, query) in Starters)
        {
            var draft = new Collection
            {
                Id = default,
                Name = name,
                Description = description,
                Query = query,
                CreatedAt = default,
                UpdatedAt = default
            };
            if ((await edit.CreateAsync(CollectionValidator.WithUniqueName(draft, await known.GetCurrentAsync(ct)), ct)).Collection
                is not null) createdCount++;
        }
        return createdCount;
    }
}
