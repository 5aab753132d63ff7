using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Features;

/// <summary>What is claimed is proved, and the page says what is proved.</summary>
public sealed class FeatureTests
{
    [Fact]
    public void Every_mark_is_one_of_the_rows() =>
        Findings.None("There are no such rows", FeatureMarks.All.Where(mark => !FeatureRows.Sentences.ContainsKey(mark.Id)).Select(mark => $"{mark.Id} on {mark.Class}.{mark.Test}"));

    [Fact]
    public void Every_row_that_is_shipped_is_proved_by_a_test() =>
        Findings.None("No test has the mark of", ShippedRows.All.Except(FeatureMarks.All.Select(mark => mark.Id)));

    [Fact]
    public void What_becomes_of_a_mail_is_told_by_a_scenario() =>
        Findings.None("No scenario has the mark of", ShippedRows.WithScenarios.Except(ScenarioMarks.All.Select(mark => mark.Id)));

    [Fact]
    public void The_page_of_features_is_made_from_the_marks() =>
        Approved.Check("docs/features.md", FeatureTable.Write(FeatureMarks.All));
}
