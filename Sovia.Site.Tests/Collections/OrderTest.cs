using Sovia.Collections;
using Sovia.Query.Language;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

/// <summary>A test of the order of a collection.</summary>
public abstract class OrderTest(SoviaHost host) : CollectionTest(host)
{
    /// <summary>A collection of as many stills, and their order.</summary>
    protected async Task<(Collection Best, List<Guid> Order)> CreateFilledAsync(int count)
    {
        var stills = await StillsAsync(count);
        var best = (await MakeAsync("Best"))!;
        await CollectAsync(best, [.. stills.Select(post => post.Id)]);
        return (best, await ListShownAsync("in=Best&unit=post"));
    }

    protected Task<string?> MoveAsync(Collection collection, Guid post, MoveTarget to, Guid? beside = null) =>
        WithAsync((OrderCollection order) => order.MoveAsync(collection.Id, post, to, beside, default));

    protected async Task<List<Guid>> ListShownAsync(string address)
    {
        using var named = NamedCollections.Use(await TreeAsync());
        return await WalkAsync(Make.ParseQuery(address));
    }
}
