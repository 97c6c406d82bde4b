using Microsoft.Extensions.DependencyInjection;
using Sovia.Duplicates.Groups;
using Sovia.Jobs;
using Sovia.Prompts;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>Waits for a library to stand still, so that what is seen in it afterwards was done by the test.</summary>
internal static class TwoLibrariesExtensions
{
    private static readonly string[] Busy = ["Queued", "Importing", "Reading", "Undoing"];

    /// <summary>Waits until nothing that somebody has asked for is under way any more, and has what follows from it worked out.</summary>
    public static async Task WaitUntilIdleAsync(this TwoLibraries two, TwoLibraries.LibraryContent one)
    {
        await Eventually.TrueAsync(
            async () => !(await one.Reader.ReadAsync("/media")).Contains("hx-trigger=\"every", StringComparison.Ordinal)
                && (await two.RowsAsync(one.Reader.Library))["mt_doc_importrun"] is var runs
                && Array.TrueForAll(Busy, state => !runs.Contains($"\"\"{state}\"\"", StringComparison.Ordinal)),
            $"{one.Reader.Word} is at rest");
        using var entered = CurrentLibrary.Enter(one.Reader.Library);
        await using var scope = two.Site.Services.CreateAsyncScope();
        foreach (var job in scope.ServiceProvider.GetServices<IJob>()
            .Where(job => job.Name is PromptsJob.JobName or DuplicateGroupsJob.JobName))
            foreach (var item in await job.FindPendingAsync(default)) await job.RunAsync(item, default);
    }
}
