namespace Sovia.Tests.Support;

/// <summary>Tests that share the host run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<SoviaHost>
{
    public const string Name = "host";
}
