using Microsoft.Extensions.DependencyInjection;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>Concurrent small changes share a transaction. Results must not reveal it.</summary>
public sealed class GroupCommitTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task concurrent_changes_are_separate_batches_and_none_is_lost()
    {
        var posts = Enumerable.Range(0, 5).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var results = await Task.WhenAll(Enumerable.Range(0, 200)
            .Select(i => ChangeAsync(new() { AddTags = [$"tag {i}"] }, posts[i % 5].Id)));
        Assert.All(results, result => Assert.Equal((1, 1), (result.ChangedCount, result.SelectedCount)));
        Assert.Equal(200, results.Select(result => result.Batch!.Id).Distinct().Count());
        for (var i = 0; i < 5; i++)
        {
            var now = (await WithAsync((ReadAnnotations read) => read.ReadAsync([posts[i].Id], default)))[posts[i].Id];
            Assert.Equal(Enumerable.Range(0, 200).Where(n => n % 5 == i).Select(n => $"tag {n}").Order(StringComparer.Ordinal),
                now.Tags!.Order(StringComparer.Ordinal));
        }
        foreach (var result in results.OrderByDescending(result => result.Batch!.Id))
            Assert.Equal(1, (await WithAsync((UndoBatch undo) => undo.RunAsync(result.Batch!.Id, default)))!.ChangedCount);
        Assert.All(await WithAsync((ReadAnnotations read) => read.ReadAsync([.. posts.Select(post => post.Id)], default)), pair =>
            Assert.Null(pair.Value.Tags));
    }

    [Fact]
    public async Task a_failing_change_does_not_fail_the_others()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var group = Host.Site.Services.GetRequiredService<GroupCommit>();
        var library = Sovia.Storage.CurrentLibrary.Id;
        var all = Enumerable.Range(0, 60).Select(i => group.RunAsync(library, new(
            [posts[i % 3].Id],
            post => i % 20 == 7 ? throw new ArgumentException("bad") : post.Annotation with { Rating = 1 + (i % 5), Note = $"{i}" },
            WithLikes: false,
            () => Batch.Create(Make.Start, "You"),
            (_, _) => $"{i}"), default)).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            if (i % 20 == 7) await Assert.ThrowsAsync<ArgumentException>(() => all[i]);
            else Assert.Equal(1, (await all[i]).ChangedCount);
        }
    }

    [Fact]
    public async Task a_change_cancelled_before_its_commit_has_no_effect()
    {
        var still = Make.Still();
        await StoreAsync(still);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            WithAsync((ApplyChange apply) => apply.RunAsync(Selection.From([still.Id]), new() { Rating = 2 }, cancellation.Token)));
        Assert.NotNull(exception);
        Assert.Equal(1, (await ChangeAsync(new() { Rating = 3 }, still.Id)).ChangedCount);
        Assert.Equal(3, (await WithAsync((ReadAnnotations read) => read.ReadAsync([still.Id], default)))[still.Id].Rating);
    }

    [Fact]
    public async Task an_answer_tells_the_post_as_it_is_now()
    {
        var still = Make.Still() with { Liked = true };
        await StoreAsync(still, Make.Still(1));
        var rated = await ChangeAsync(new() { Rating = 3 }, still.Id);
        Assert.Equal((true, 3), (rated.SinglePost!.Liked, rated.SinglePost.Annotation.Rating));
        var unliked = await ChangeAsync(new() { Liked = false }, still.Id);
        Assert.Equal((false, 3), (unliked.SinglePost!.Liked, unliked.SinglePost.Annotation.Rating));
        Assert.Null((await ChangeAsync(new() { Liked = false }, Guid.NewGuid())).SinglePost);
    }

    [Fact]
    public async Task a_fault_that_leaves_open_what_was_committed_is_told_to_all_and_nothing_is_done_again()
    {
        var still = Make.Still();
        await StoreAsync(still);
        var group = Host.Site.Services.GetRequiredService<GroupCommit>();
        var tries = 0;
        var all = Enumerable.Range(0, 30).Select(i => group.RunAsync(Sovia.Storage.CurrentLibrary.Id, new(
            [still.Id],
            post => i == 20 && tries++ == 0 ? throw new TimeoutException("lost") : post.Annotation with { Note = $"{i}" },
            WithLikes: false,
            () => Batch.Create(Make.Start, "You"),
            (_, _) => $"{i}"), default)).ToArray();
        await Task.WhenAll(all.Select(one => one.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.True(all[20].IsFaulted);
        Assert.Equal(1, tries);
        Assert.True(all[0].IsCompletedSuccessfully);
    }

    [Fact]
    public async Task a_change_cancelled_while_its_group_fails_is_not_retried()
    {
        var still = Make.Still();
        await StoreAsync(still);
        var group = Host.Site.Services.GetRequiredService<GroupCommit>();
        using var cancellation = new CancellationTokenSource();
        var written = 0;
        SmallChange Change(Func<PostSnapshot, Annotation> of) =>
            new([still.Id], of, WithLikes: false, () => Batch.Create(Make.Start, "You"), (_, _) => "");
        Task<ChangeResult>[] all =
        [
            group.RunAsync(Sovia.Storage.CurrentLibrary.Id, Change(post => post.Annotation with { Note = "first" }), default),
            group.RunAsync(Sovia.Storage.CurrentLibrary.Id, Change(post => { written++; return post.Annotation with { Rating = 1 }; }),
                cancellation.Token),
            group.RunAsync(Sovia.Storage.CurrentLibrary.Id, Change(_ => { cancellation.Cancel(); throw new ArgumentException("bad"); }),
                default),
        ];
        await Task.WhenAll(all.Select(one => one.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.True(all[1].IsCanceled);
        Assert.True(all[2].IsFaulted);
        Assert.Equal(1, written);
        Assert.Null((await WithAsync((ReadAnnotations read) => read.ReadAsync([still.Id], default)))[still.Id].Rating);
    }

    [Fact]
    public async Task an_answer_is_right_where_the_clock_of_a_source_is_ahead()
    {
        var still = Make.Still() with { Liked = true, LikedSeenAt = DateTimeOffset.UtcNow.AddHours(1) };
        await StoreAsync(still);
        foreach (var liked in (bool[])[false, true, false])
            Assert.Equal(liked, (await ChangeAsync(new() { Liked = liked }, still.Id)).SinglePost!.Liked);
        Assert.False((await WithAsync((ReadLikeState read) => read.ReadAsync(still.Id, default)))!.Liked);
    }
}
