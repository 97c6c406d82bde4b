using Sovia.Curation;

namespace Sovia.Api;

/// <summary>A batch as the API returns it.</summary>
internal sealed record BatchJson(
    Guid Id, DateTimeOffset At, string By, string Text, int Count, Guid? Undoes, Guid? UndoneBy, int Left, string State, int Done,
    int Total, string? Failure)
{
    public static BatchJson From(Batch batch) => new(
        batch.Id, batch.At, batch.By, batch.Text, batch.Count, batch.Undoes, batch.UndoneBy, batch.Left, batch.State.ToString()
        .ToLowerInvariant(), batch.Done, batch.Total, batch.Failure);
}
