package io.pilotwatch.platform;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotwatch.contracts.Programme;
import java.io.IOException;
import java.io.InputStream;

/** Interim: the owner of contracts replaces it. */
final class ProgrammeFile {
    private ProgrammeFile() {}

    static Programme read(String name, InputStream in) throws IOException {
        return YAMLMapper.builder().addModule(new JavaTimeModule()).build().readValue(in, Programme.class);
    }
}
