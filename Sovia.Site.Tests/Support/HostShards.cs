using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: CollectionBehavior("Sovia.Tests.Support.HostShards", "Sovia.Site.Tests")]
[assembly: TestCollectionOrderer("Sovia.Tests.Support.LongestFirst", "Sovia.Site.Tests")]

namespace Sovia.Tests.Support;

/// <summary>
/// Divides the tests that need a host by their folders, so that several hosts, each with a database of its own, work side by side. A test
/// class belongs where its folder does and says nothing of it.
/// </summary>
public sealed class HostShards(ITestAssembly assembly, IMessageSink messages) : IXunitTestCollectionFactory
{
    private readonly CollectionPerClassTestCollectionFactory defaultFactory = new(assembly, messages);
    private readonly ConcurrentDictionary<string, ITestCollection> shards = new();

    /// <inheritdoc/>
    public string DisplayName => "host tests by folder, others by class";

    /// <inheritdoc/>
    public ITestCollection Get(ITypeInfo testClass)
    {
        var collection = defaultFactory.Get(testClass);
        return collection.DisplayName != HostCollection.Name ? collection
            : shards.GetOrAdd(ShardOf(testClass.Name), name => new TestCollection(assembly, collection.CollectionDefinition, name));
    }

    private static string ShardOf(string name) => $"{HostCollection.Name}: " + name.Split('.')[2] switch
    {
        "Browser" => "browser",
        "Import" => "import",
        "Jobs" or "Curation" or "Collections" => "changes",
        "Media" or "Metadata" or "Pictures" or "Downloads" or "Demo" => "media",
        _ => "pages",
    };
}

/// <summary>Starts what takes longest first, so that no core is idle at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    // Measured, longest first; whatever is not named takes less than half a minute.
    private static readonly string[] Long =
    [
        $"{HostCollection.Name}: browser",
        $"{HostCollection.Name}: import",
        $"{HostCollection.Name}: changes",
        $"{HostCollection.Name}: ",
        "Test collection for Sovia.Tests.Import.KilledSiteTests",
        "Test collection for Sovia.Tests.Metadata.Integrity",
        "Test collection for Sovia.Tests.Import.LostDatabaseTests",
        "Test collection for Sovia.Tests.Storage.PrivateServer",
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(GetRank).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);

    private static int GetRank(ITestCollection collection)
    {
        var rank = Array.FindIndex(Long, start => collection.DisplayName.StartsWith(start, StringComparison.Ordinal));
        return rank < 0 ? Long.Length : rank;
    }
}
