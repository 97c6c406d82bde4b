using System.Net.Http.Json;
using System.Text.Json;
using Marten;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>Posts that the user changes again before a large batch has come to them.</summary>
public sealed class OvertakenBatchTests(SoviaHost host) : LargeBatchTest(host)
{
    [Fact]
    public async Task a_field_that_was_changed_since_is_left_and_counted_and_the_others_are_changed()
    {
        await FillAsync();
        var (first, second, _) = await SomeAsync();
        Batch batch;
        await using (await HoldLaneAsync())
        {
            batch = (await ChangeAllAsync(new() { Liked = true, Rating = 2, Note = "all of them" })).Batch!;
            await ChangeAsync(new() { Liked = false, Rating = 5 }, first);
            await ChangeAsync(new() { Title = "Mine" }, second);
        }
        batch = await WaitForEndAsync(batch);
        Assert.Equal((Posts, 2), (batch.Count, batch.Left));
        Assert.Equal([(first, "liked"), (first, "rating")],
            (await WithAsync((ReadBatchHistory read) => read.ReadSkippedFieldsAsync(batch, 0, default))).Fields
            .Select(left => (left.Id, left.Field)));
        var (one, other) = (await ReadAnnotationAsync(first), await ReadAnnotationAsync(second));
        Assert.Equal((false, 5, "all of them"), (one.Liked, one.Rating, one.Note));
        Assert.True(one.LikedAt > batch.At);
        Assert.Equal((true, 2, "all of them", "Mine"), (other.Liked, other.Rating, other.Note, other.Title));
        Assert.Equal(batch.At, other.LikedAt);
    }

    [Fact]
    public async Task tags_of_both_come_together_and_one_that_was_taken_off_since_stays_off()
    {
        await FillAsync();
        var (added, removed, third) = await SomeAsync();
        await ChangeAsync(new() { Tags = ["sea"] }, removed);
        Batch batch;
        await using (await HoldLaneAsync())
        {
            batch = (await ChangeAllAsync(new() { AddTags = ["sea", "sky"] })).Batch!;
            await ChangeAsync(new() { AddTags = ["mine"] }, added);
            await ChangeAsync(new() { RemoveTags = ["Sea"] }, removed);
        }
        batch = await WaitForEndAsync(batch);
        Assert.Equal((Posts, 1), (batch.Count, batch.Left));
        Assert.Equal(["mine", "sea", "sky"], (await ReadAnnotationAsync(added)).Tags);
        Assert.Equal(["sky"], (await ReadAnnotationAsync(removed)).Tags);
        Assert.Equal(["sea", "sky"], (await ReadAnnotationAsync(third)).Tags);
    }

    [Fact]
    public async Task fields_skipped_by_a_batch_are_read_in_pages()
    {
        await using var session = Host.Store.LightweightSession();
        var batch = Batch.Create(Make.Start, "somebody") with { Left = 24 };
        session.Store(batch);
        SkippedField[] fields = [.. Enumerable.Range(0, 24).Select(i => new SkippedField(Guid.CreateVersion7(), $"{i}"))];
        foreach (var two in fields.Chunk(2))
        {
            session.Events.Append(batch.Id, new PostsChanged([]));
            session.Events.Append(batch.Id, new FieldsLeft(two));
        }
        await session.SaveChangesAsync();
        using var client = Host.Site.Server.CreateClient();
        var first = await client.GetFromJsonAsync<JsonElement>($"/api/batches/{batch.Id}");
        var second =
            await client.GetFromJsonAsync<JsonElement>($"/api/batches/{batch.Id}?left_after={first.GetProperty("left_next").GetInt64()}");
        Assert.Equal((20, 4, JsonValueKind.Null),
            (first.GetProperty("left").GetArrayLength(), second.GetProperty("left").GetArrayLength(),
                second.GetProperty("left_next").ValueKind));
        Assert.Equal(fields.Select(left => left.Id), first.GetProperty("left").EnumerateArray()
            .Concat(second.GetProperty("left").EnumerateArray()).Select(left => left.GetProperty("id").GetGuid()));
    }

    private async Task<Batch> WaitForEndAsync(Batch batch)
    {
        await Eventually.TrueAsync(async () => !(await BatchAsync(batch.Id)).IsOpen, "the batch ends");
        batch = await BatchAsync(batch.Id);
        Assert.Equal((BatchState.Finished, null), (batch.State, batch.Failure));
        return batch;
    }

    private async Task<(Guid, Guid, Guid)> SomeAsync()
    {
        await using var session = Host.Store.QuerySession();
        return await session.Query<Post>().OrderBy(post => post.Id).Take(3).Select(post => post.Id).ToListAsync() is [var a, var b, var c]
            ? (a, b, c) : throw new InvalidOperationException("The library is empty.");
    }

    private async Task<Annotation> ReadAnnotationAsync(Guid post)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<Annotation>(post))!;
    }
}
