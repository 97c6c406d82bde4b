using Npgsql;
using Sovia.Collections;
using Sovia.Index.Versions;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

/// <summary>The order of a manual collection that is made by hand.</summary>
public sealed class OrderTests(SoviaHost host) : OrderTest(host)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task moves_give_the_same_order_as_a_plain_list(int seed)
    {
        var random = new Random(seed);
        var (best, model) = await CreateFilledAsync(12);
        for (var step = 0; step < 60; step++)
        {
            var to = Enum.GetValues<MoveTarget>()[random.Next(6)];
            var (post, beside) = (model[random.Next(model.Count)], model[random.Next(model.Count)]);
            if (post == beside && to is MoveTarget.Before or MoveTarget.After) continue;
            Assert.Null(await MoveAsync(best, post, to, beside));
            var at = model.IndexOf(post);
            model.RemoveAt(at);
            model.Insert(to switch
            {
                MoveTarget.Up => Math.Max(0, at - 1),
                MoveTarget.Down => Math.Min(model.Count, at + 1),
                MoveTarget.Top => 0,
                MoveTarget.Bottom => model.Count,
                MoveTarget.Before => model.IndexOf(beside),
                _ => model.IndexOf(beside) + 1,
            }, post);
            Assert.Equal(model, await ListShownAsync("in=Best&unit=post&sort=hand"));
        }
        // Each is a family of its own here.
        Assert.Equal(model, await ListShownAsync("in=Best&sort=hand"));
        Assert.Equal(model.Take(3),
            await ListShownAsync($"in=Best&sort=hand&search={string.Join(" or ", model.Take(3).Select(id => $"id:{id}"))}"));
    }

    [Fact]
    public async Task repeated_moves_between_two_neighbours_succeed()
    {
        var (best, model) = await CreateFilledAsync(4);
        for (var time = 0; time < 140; time++)
        {
            // The last but one goes before the second, again and again: that halves the room each time.
            Assert.Null(await MoveAsync(best, model[2], MoveTarget.Before, model[1]));
            (model[1], model[2]) = (model[2], model[1]);
        }
        Assert.Equal(model, await ListShownAsync("in=Best&unit=post&sort=hand"));
    }

    [Fact]
    public async Task a_move_writes_one_row()
    {
        var (best, model) = await CreateFilledAsync(300);
        await MoveAsync(best, model[10], MoveTarget.Up);
        var before = await RowsAsync();
        Assert.Equal(300, before.Count);
        await MoveAsync(best, model[200], MoveTarget.Before, model[20]);
        await MoveAsync(best, model[5], MoveTarget.Top);
        var after = await RowsAsync();
        Assert.Equal(new[] { model[5], model[200] }.Order(), after.Keys.Where(id => after[id] != before[id]).Order());
    }

    [Fact]
    public async Task returning_posts_have_their_former_position()
    {
        var (best, model) = await CreateFilledAsync(5);
        await MoveAsync(best, model[4], MoveTarget.Top);
        List<Guid> order = [model[4], model[0], model[1], model[2], model[3]];
        await ChangeAsync(new() { Uncollect = [new(best.Id, best.Name)] }, model[0]);
        await ChangeAsync(new() { Trashed = true }, model[1]);
        Assert.Equal([model[4], model[2], model[3]], await ListShownAsync("in=Best&sort=hand"));
        // What is not shown is no step of its own.
        Assert.Null(await MoveAsync(best, model[2], MoveTarget.Up));
        Assert.Equal([model[2], model[4], model[3]], await ListShownAsync("in=Best&sort=hand"));
        Assert.Null(await MoveAsync(best, model[2], MoveTarget.Down));
        await CollectAsync(best, model[0]);
        await ChangeAsync(new() { Trashed = false }, model[1]);
        var back = await ListShownAsync("in=Best&sort=hand");
        Assert.Equal(order.Except([model[2]]), back.Except([model[2]]));
    }

    [Fact]
    public async Task a_move_that_changes_nothing_leaves_the_version_as_it_is()
    {
        var (best, model) = await CreateFilledAsync(4);
        Assert.Null(await MoveAsync(best, model[3], MoveTarget.Top));
        Guid[] order = [model[3], model[0], model[1], model[2]];
        var before = await StampAsync();
        foreach (var (post, to, beside) in new (Guid, MoveTarget, Guid?)[] { (order[0], MoveTarget.Up, null),
            (order[0], MoveTarget.Top, null),
            (order[3], MoveTarget.Down, null), (order[3], MoveTarget.Bottom, null), (order[0], MoveTarget.Before, order[1]),
            (order[1], MoveTarget.After, order[0]), (order[2], MoveTarget.Before, order[3]) })
        {
            Assert.Null(await MoveAsync(best, post, to, beside));
            Assert.Equal((to, before), (to, await StampAsync()));
        }
        Assert.Equal(order, await ListShownAsync("in=Best&sort=hand"));
        Assert.Null(await MoveAsync(best, order[0], MoveTarget.Down));
        Assert.NotEqual(before, await StampAsync());
    }

    [Fact]
    public async Task later_posts_come_last_in_the_order_they_were_added()
    {
        var (best, model) = await CreateFilledAsync(3);
        var later = Enumerable.Range(0, 30).Select(number => Make.Still(number, $"later {number}")).ToArray();
        await StoreAsync(later);
        await MoveAsync(best, model[2], MoveTarget.Top);
        List<Guid> order = [model[2], model[0], model[1]];
        // Newer than all members, and each newer than the one before.
        foreach (var post in later.Take(3))
        {
            await CollectAsync(best, post.Id);
            order.Add(post.Id);
        }
        Assert.Equal(order, await ListShownAsync("in=Best&sort=hand"));
        // Many at once keep the order of lists, and stay where they are when another follows.
        await CollectAsync(best, [.. later.Skip(4).Select(post => post.Id)]);
        await CollectAsync(best, later[3].Id);
        order.AddRange([.. later.Skip(4).Reverse().Select(post => post.Id), later[3].Id]);
        Assert.Equal(order, await ListShownAsync("in=Best&sort=hand"));
        // One that comes back has its place again.
        await ChangeAsync(new() { Uncollect = [new(best.Id, best.Name)] }, order[1]);
        await CollectAsync(best, order[1]);
        Assert.Equal(order, await ListShownAsync("in=Best&sort=hand"));
    }

    private Task<string> StampAsync() => WithAsync(async (LibraryStateCache versions) =>
        (await versions.GetCurrentAsync(CurrentLibrary.Id, default)).StateStamp);

    private async Task<Dictionary<Guid, double>> RowsAsync()
    {
        await using var session = Host.Store.QuerySession();
        await using var command = new NpgsqlCommand("select id, place from sovia.collection_place where tenant_id = $1")
        { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command);
        var rows = new Dictionary<Guid, double>();
        while (await reader.ReadAsync()) rows[reader.GetGuid(0)] = reader.GetDouble(1);
        return rows;
    }
}
