package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSizeTest {
    @Test
    void rowsComeBeforeColumns() {
        assertThat(TerminalSize.read("20 40\n")).isEqualTo(new TerminalSize(20, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0\n", "20 0\n", "stty: no terminal\n", "-1 80\n", "999999 80\n"})
    void whatSaysNothingIsTheUsualSize(String answer) {
        assertThat(TerminalSize.read(answer)).isEqualTo(TerminalSize.USUAL);
    }
}
