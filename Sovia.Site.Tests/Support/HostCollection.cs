namespace Sovia.Tests.Support;

/// <summary>Tests that share a host run one after the other; <see cref="HostShards"/> says which share one.</summary>
[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<SoviaHost>
{
    public const string Name = "host";
}
