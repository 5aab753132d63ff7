namespace HelpDesk.Email.PostgreSql.Databases;

/// <summary>Where the data is, as the options say.</summary>
/// <param name="ConnectionString">The connection string as it was given.</param>
/// <param name="Schema">The schema, whose name needs no escapes.</param>
/// <param name="OctetsFolder">The folder that all machines share, or <see langword="null"/>.</param>
/// <param name="PreparesStatements">Whether statements are kept on each connection.</param>
internal sealed record Place(string ConnectionString, string Schema, string? OctetsFolder, bool PreparesStatements);
