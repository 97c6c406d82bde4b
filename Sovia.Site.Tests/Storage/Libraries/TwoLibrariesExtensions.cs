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

    /// <summary>Waits until no requested work is running, and then runs the jobs for derived data.</summary>
    public static async Task WaitUntilIdleAsync(this TwoLibraries two, TwoLibraries.LibraryContent content)
    {
        await Eventually.TrueAsync(
            async () => !(await content.CreateReader.ReadAsync("/media")).Contains("hx-trigger=\"every", StringComparison.Ordinal)
                && (await two.RowsAsync(content.CreateReader.Library))["mt_doc_importrun"] is var runs
                && Array.TrueForAll(Busy, state => !runs.Contains($"\"\"{state}\"\"", StringComparison.Ordinal)),
            $"{content.CreateReader.Word} is at rest");
        using var entered = CurrentLibrary.Enter(content.CreateReader.Library);
        await using var scope = two.Site.Services.CreateAsyncScope();
        foreach (var job in scope.ServiceProvider.GetServices<IJob>()
            .Where(job => job.Name is PromptsJob.JobName or DuplicateGroupsJob.JobName))
            foreach (var item in await job.FindPendingAsync(default)) await job.RunAsync(item, default);
    }
}
