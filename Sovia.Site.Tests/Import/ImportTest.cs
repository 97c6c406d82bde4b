using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>A test that imports texts as files and looks at what they made of the library.</summary>
public abstract class ImportTest(SoviaHost host) : HostTest(host)
{
    protected const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    protected const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    protected const string C = "cccccccc-0000-4000-8000-000000000003";
    protected const string D = "dddddddd-0000-4000-8000-000000000004";

    protected ImportFiles Importer => Host.Site.Services.GetRequiredService<ImportFiles>();

    /// <summary>A run for one file of this text, and the file.</summary>
    protected static (ImportRun Run, ImportableFile[] Files) CreateRunWithFiles(params string[] texts)
    {
        var files = texts.Select((text, i) => Encoding.UTF8.GetBytes(text) is var bytes
            ? new ImportableFile($"{i}.json", bytes.Length, () => new MemoryStream(bytes)) { PostsPerBatch = 500 } : null!).ToArray();
        return (CreateRun(files), files);
    }

    protected static ImportRun CreateRun(ImportableFile[] files) => new()
    {
        Id = Guid.CreateVersion7(),
        State = ImportState.Importing,
        StartedAt = DateTimeOffset.UtcNow,
        Sources = [.. files.Select(file => new ImportSource(file.Name, file.Size))],
    };

    protected Task<ImportRun> ImportFilesAsync(params ImportableFile[] files) =>
        Importer.RunAsync(CreateRun(files), files, dryRun: false, progress: null, default);

    /// <summary>Imports a text that was written some days after the first.</summary>
    protected Task<ImportRun> ImportLaterAsync(int days, string text)
    {
        var (run, files) = CreateRunWithFiles(text);
        return Importer.RunAsync(run, [files[0] with { ModifiedAt = Make.Start.AddDays(days) }], dryRun: false, progress: null, default);
    }

    protected Task<ImportRun> ImportAsync(params string[] texts)
    {
        var (run, files) = CreateRunWithFiles(texts);
        return Importer.RunAsync(run, files, dryRun: false, progress: null, default);
    }

    protected async Task<Post> LoadPostAsync(string id)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<Post>(Guid.Parse(id)))!;
    }

    protected async Task<IReadOnlyList<Family>> FamiliesAsync()
    {
        await using var session = Host.Store.QuerySession();
        return await session.Query<Family>().OrderBy(family => family.Id).ToListAsync();
    }
}
